"""Speech models: the folder in which they lie, shared by all workers, and the hub from which they come.

catalog   names of models, and which of them suits a machine
folder    what is in the folder, and whether it is whole
hub       fetching one, so that half of it is never taken for the whole
"""
