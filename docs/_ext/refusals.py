"""What a build refuses, and the reading of the YAML files that it may refuse."""

import yaml


class Refusal(Exception):
    """Something that is not so or cannot be used; the message says what was expected, what was found and what to do."""


def read_yaml(path, kind, refusal):
    """The list or the mapping (``kind``) in a file below ``docs/``, empty where there is no file; raises ``refusal`` where it holds something else."""
    try:
        value = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None
    except yaml.YAMLError as error:
        raise refusal(f"docs/{path.name}: expected YAML, found: {error}. Correct the file.") from error
    if value is not None and not isinstance(value, kind):
        raise refusal(f"docs/{path.name}: expected a {kind.__name__} of entries, found {type(value).__name__}. Correct the file.")
    return value or kind()
