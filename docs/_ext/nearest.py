"""Guesses what someone meant by a name that does not exist."""


def hint(name, names, otherwise):
    """A sentence for the end of a message: the name that is meant, or else what to do."""
    import difflib

    near = difflib.get_close_matches(name, names, n=1)
    return f"Is it {near[0]}?" if near else otherwise
