"""The bundler: links the forms our modules have, refuses all others, and leaves no name behind."""

import re

import pytest

from desktop.sheets.bundle import BundleError, bundle, bundled
from resources import files

MAIN = "web/standalone/main.js"


def bundle_of(entry="web/a.js", **modules):
    texts = {f"web/{name}.js": text for name, text in modules.items()}
    return bundle(entry, texts.__getitem__)


def test_a_module_comes_after_what_it_imports_and_each_once():
    script = bundle_of(
        a="import { b } from './b.js';\nimport { c, d } from './c.js';\nb(c, d);",
        b="import { c } from './c.js';\nexport function b() { return c; }",
        c="export const c = 1, d = 2;      // two at once",
    )
    assert [script.count(f"const _web_{name} = ") for name in "abc"] == [1, 1, 1]
    assert script.index("_web_c = ") < script.index("_web_b = ") < script.index("_web_a = ")
    assert "return { c, d };" in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_modules_in_other_folders_are_found():
    texts = {"web/in/a.js": "import { b } from '../b.js';\nb();", "web/b.js": "export class b {}"}
    assert "const { b } = _web_b;" in bundle("web/in/a.js", texts.__getitem__)


@pytest.mark.parametrize(
    "line",
    [
        "import b from './b.js';",
        "import * as b from './b.js';",
        "import { b as c } from './b.js';",
        "import './b.js';",
        "import {\n  b } from './b.js';",
        'import { b } from "./b.js";',
        "import { b } from 'https://example.org/b.js';",
        "const b = await import('./b.js');",
        "const here = import.meta.url;",
        "export default function a() {}",
        "export { b };",
        "export * from './b.js';",
        "export let b = 1;",
    ],
)
def test_any_other_form_is_refused_by_file_and_form(line):
    with pytest.raises(
        BundleError, match=r"^web/a\.js: this form of import or export is not known: "
    ) as told:
        bundle_of(a=line, b="export const b = 1;")
    assert line.splitlines()[0] in str(told.value)


def test_a_circle_is_refused():
    with pytest.raises(BundleError, match=r"circle of imports, got web/a\.js → web/b\.js → web/a\.js"):
        bundle_of(
            a="import { b } from './b.js';\nexport const a = 1;",
            b="import { a } from './a.js';\nexport const b = 1;",
        )


def test_a_name_that_is_not_exported_is_refused():
    with pytest.raises(BundleError, match=r"web/a\.js: expected web/b\.js to export c"):
        bundle_of(a="import { b, c } from './b.js';", b="export const b = () => { const c = 1, d = c; };")


def test_what_would_end_the_script_is_refused():
    with pytest.raises(BundleError, match="no tag of a script"):
        bundle_of(a="const words = '</script>';")


def test_every_module_of_ours_can_be_bundled():
    modules = [p for p in files.path("web").rglob("*.js") if p.name != "boot.js"]
    assert len(modules) > 30
    for path in modules:
        assert bundled(path.relative_to(files.ROOT).as_posix()).startswith("(() => {\n'use strict';")


def test_the_pages_own_modules_stay_small():
    own = files.path("web/standalone").glob("*.js")
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in own) <= 550
    assert bundled(MAIN) == bundled.__wrapped__(MAIN)
