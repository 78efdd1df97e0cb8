# What the program refuses: a title, and what you can do about it.
refused-refused = This cannot be done
refused-refused-detail = Go back and try another way.
refused-not-signed-in = You are not signed in
refused-not-signed-in-detail = Sign in. You will come back to where you were.
refused-sign-in-failed = Signing in failed
refused-sign-in-failed-detail = The name, the password or the code is wrong. Check them and try again.
refused-locked-out = Too many failures
refused-locked-out-detail = { $minutes ->
    [one] Wait 1 minute and try again.
   *[other] Wait { $minutes } minutes and try again.
 }
refused-too-many-requests = Too many requests
refused-too-many-requests-detail = { $seconds ->
    [one] Wait 1 second and try again.
   *[other] Wait { $seconds } seconds and try again.
 }
refused-not-allowed = You may not see or do this
refused-not-allowed-detail = This is not part of your role or your programmes. Ask your administrator for access if you need it.
refused-csrf-failed = The form has expired
refused-csrf-failed-detail = Load the page again, fill in the form once more and send it.
refused-not-found = Not found
refused-not-found-detail = This page or record does not exist, or you may not see it. Check the address or go to the overview.
refused-conflict = This cannot be done now
refused-conflict-detail = Somebody changed something in the meantime. Load the page again and see what is there now.
refused-unusable = Not everything is filled in well
refused-unusable-detail = See what is wrong at the fields, correct it and send again.
refused-file-refused = This file cannot be read in as it is
refused-file-refused-detail = { $rejected ->
    [0] See what is wrong with the file, correct it and choose it again.
    [one] 1 of the { $rows } rows is wrong. Correct the file, or take the good rows only.
   *[other] { $rejected } of the { $rows } rows are wrong. Correct the file, or take the good rows only.
 }
refused-not-readable = This request cannot be read
refused-not-readable-detail = Check the content and the type of what you send.
refused-method-not-allowed = This cannot be done at this address
refused-method-not-allowed-detail = Check the address or go to the overview.
refused-too-large = This is too large
refused-too-large-detail = Send at most 50 MB at a time. Split the file.
refused-unexpected = Something went wrong
refused-unexpected-detail = This is our fault, not yours. Try again later. Does it keep going wrong? Then pass on this number: { $incident }.
refused-unavailable = Out of reach for a moment
refused-unavailable-detail = The database does not answer. Wait a minute and try again. Does it keep going wrong? Then pass on this number: { $incident }.

# What stands in the way.
conflict-second-step-on = Two steps are on already. Turn them off with your password first.
conflict-name-taken = This name is in use. Choose another name.
conflict-already-decided = This student has been decided about already. Look at that decision first.
conflict-already-placed = This student has a place. Load the page again to see it.
conflict-changed-meanwhile = Somebody else was just before you. Load the page again and try once more.
conflict-in-progress = The same request is still running. Wait a moment and ask for the answer again.
conflict-client-gone = The connection broke before everything was in. Send it again.

# What is wrong with a field.
field-missing = Fill this in.
field-unknown = This field does not exist. Take it out.
field-length = This is too short or too long. Use between 1 and 200 characters.
field-too-short = This is too short. Write more.
field-too-long = This is too long. Make it shorter.
field-not-a-choice = Choose one of the possibilities.
field-out-of-range = This value is too small or too large.
field-wrong-kind = This is not the kind of value that belongs here.
field-not-date = This is not a date. Write for example 01-02-2027.
field-not-crebo = A crebo has five digits, for example 25655.
field-period-reversed = The last day is before the first day. Swap them.
field-password-short = Use at least 12 characters.
field-password-wrong = This password is not right. Try again.
field-code-wrong = This code is wrong. Wait for the next code in the app and fill that in.
field-idempotency-mismatch = This key belongs to another request. Use a new key.
