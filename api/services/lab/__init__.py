"""Use cases of the testing lab. They know ``db.lab`` and ``testing_lab``, and nothing of the placing half."""
