# Long work of the lab.
cli-lab-worker-short = Start a worker for the long work of the lab.
cli-lab-worker-help =
    Does what takes longer than a page may: many letters, a large mailbox, the plan
    of a large study. "stagekans lab serve" starts one beside the website. Start
    more, on as many machines as you like.

    Example:
      stagekans lab worker
cli-lab-worker-ready = The worker of the lab is ready. Stop it with Ctrl-C.
cli-lab-serve-option-without-jobs = Start no worker beside the website: workers run elsewhere (stagekans lab worker).
job-title-letters = Make letters
job-title-replies = Read in replies
job-title-plan = Draw the plan
job-state-waiting = This is waiting for its turn
job-state-running = This is being done
job-state-done = This is done
job-state-refused = This was not done
job-state-failed = This went wrong
job-wait = This can take some minutes. You may close this page: the work goes on.
job-asked = Asked on { $when }.
job-look-again = Look again
job-failed = It was tried three times. Nothing was kept by half. Try again, and tell who runs the lab.
job-file = Download the files (ZIP)
job-file-kept = You can download the files for one day. Names of companies are in them.
job-onward-letters = To the fieldwork
job-onward-replies = To the replies
job-onward-plan = To the plan
