### The lab's calculations: questions from a file.

cli-statistics-short = Work out questions of a paired test (statistics).
cli-statistics-help =
    Answer questions about paired tests: tables, tests, intervals, power,
    stopping, meta-analysis. Each question has a name, a method and inputs:

      {"["}{"{"}"id": "utrecht", "method": "mcnemar_midp", "inputs":
        {"{"}"both": 43, "only_majority": 43, "only_minority": 27, "neither": 197{"}"}{"}"}]

    The answer has outputs for each question, or an error that explains itself.
    "inf" is endlessly large. What does not exist is null, with its reason.

    Example:
      stagekans statistics --cases questions.json --out answers.json
cli-statistics-option-cases = The file with questions (JSON).
cli-statistics-option-out = The file for the answers. Without this option they come on the screen.
cli-statistics-option-data = The folder with files that a question names as "data". They are looked for beside the file with questions first.
cli-statistics-option-methods = Show every method with its inputs. Between brackets: may be left out.
cli-statistics-written = The answers are in { $file }.
cli-statistics-refused = { $refused } of the { $cases } questions had no answer. The reason stands with the question.
cli-statistics-fault-not-json = This is no JSON: { $detail }
cli-statistics-fault-no-list = This is no list of questions.
cli-statistics-fault-wrong-form = this question is not right: { $detail }
cli-statistics-fault-id-twice = this name is there already: { $detail }
cli-statistics-fault-case = question { $case }: { $what }
cli-statistics-remedy = Every question has "id", "method" and "inputs". An example: stagekans statistics --help. Nothing was computed.
lab-not-computed = The calculation broke down at these values. That is a fault of ours: { $detail }
