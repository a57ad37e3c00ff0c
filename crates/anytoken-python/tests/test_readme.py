"""The code of the README runs, and its recipes are those of the folder."""

import re
from pathlib import Path

import pytest
from conftest import Answer, Server

PACKAGE = Path(__file__).parents[1]

README = (PACKAGE / "README.md").read_text(encoding="utf-8")

BLOCKS = re.findall(r"(?:<!-- (\S+) -->\n)?```python\n(.*?)```", README, re.DOTALL)


def code(path: str) -> str:
    """Returns a recipe without its docstring."""
    return (PACKAGE / path).read_text(encoding="utf-8").split('"""\n\n', 1)[1]


def test_blocks_of_recipes_are_the_recipes() -> None:
    recipes = [(path, block) for path, block in BLOCKS if path]
    assert recipes
    for path, block in recipes:
        assert block == code(path)


def test_each_recipe_is_listed() -> None:
    names = {path.name for path in (PACKAGE / "recipes").glob("*.py")}
    assert {name for name in names if f"[{name}](recipes/{name})" in README} == names


def test_other_blocks_run(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.answers = [Answer('{"ok":true,"access_token":"EXAMPLE-ACCESS","token_type":"bot"}')]
    others = [block for path, block in BLOCKS if not path]
    assert len(others) == 2
    for block in others:
        exec(block.replace("https://slack.com/api/oauth.v2.access", server.url), {})
    printed = capsys.readouterr().out.splitlines()
    stated = re.findall(r"print\(.*# (.*)", others[0])
    assert re.sub(r"=\d{4}-.*>", "=…>", printed[0]) == re.sub(r"=\d{4}-.*>", "=…>", stated[0])
    assert printed[1:] == stated[1:]
    assert server.answers == []
