"""What the commands tell the shell."""

DONE = 0
#: Something was found that must be put right: by ``verify``, ``lottery check`` or ``lab study``.
FOUND_A_FAULT = 1
#: A wrong command, or input that cannot be used.
UNUSABLE = 2
#: Stopped by Ctrl-C or SIGTERM.
STOPPED = 3
