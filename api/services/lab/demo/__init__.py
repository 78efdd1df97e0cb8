"""The lab in the demo: its people, and two studies that they did, or are doing.

The studies are made by the services that people use, step by step; nothing is written beside them. Companies, names,
letters and what companies answer come from fixed seeds, and every moment from one ``now``: on the same day the same
demo comes out. Each step first looks whether it was done, so that a demo that was stopped goes on where it was. The
events of the log and the moments of coding are the real ones: those of the day on which the demo was made.

``companies`` invents who is written to, ``answers`` what they think and write, ``field`` sends and receives, ``coders``
read, and ``studies`` says which two studies there are.
"""
