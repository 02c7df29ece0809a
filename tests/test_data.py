"""The data root: what is made, what is refused, and that nothing is ever overwritten."""

import gzip
import hashlib
import io
import shutil
import struct
import urllib.error

import data as data_step
import data_checks
import pytest
from data_checks import DataError

IMAGES, LABELS = "MNIST/raw/train-images-idx3-ubyte", "MNIST/raw/train-labels-idx1-ubyte"
TABLE = "car_evaluation.csv"


@pytest.fixture
def folder(data, tmp_path, monkeypatch):
    """A good data root of its own, named by PROVEN_DATA."""
    shutil.copytree(data, tmp_path / "root")
    monkeypatch.setenv("PROVEN_DATA", str(tmp_path / "root"))
    return tmp_path / "root"


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_torchvision_reads_the_stand_in(folder):
    from torchvision.datasets import MNIST

    train, test = MNIST(folder, train=True), MNIST(folder, train=False)
    assert (len(train), len(test)) == (1437, 360)
    image, label = train[0]
    assert image.size == (28, 28) and 0 <= label <= 9
    assert set(train.targets.tolist()) == set(range(10))


def test_the_stand_in_is_made_from_scikit_learns_digits(folder):
    from sklearn.datasets import load_digits
    from torchvision.datasets import MNIST

    labels = MNIST(folder, train=True).targets.tolist() + MNIST(folder, train=False).targets.tolist()
    assert sorted(labels) == sorted(load_digits().target.tolist())


def test_the_car_table_has_every_combination_once(folder):
    lines = (folder / TABLE).read_text().splitlines()
    assert len(lines) == 1 + 4 * 4 * 4 * 3 * 3 * 3
    assert len({line.rpartition(",")[0] for line in lines}) == len(lines)
    assert {line.rpartition(",")[2] for line in lines[1:]} == {"unacc", "acc", "good", "vgood"}


def test_a_good_root_is_used_as_it_is(folder):
    before = snapshot(folder)
    prepared = data_step.prepare()
    assert snapshot(folder) == before
    assert prepared["mnist"] == "scikit-learn's digits in MNIST's format: 1,437 training and 360 test images"
    assert set(prepared["files"]) == {path.relative_to(folder).as_posix() for path in before}


@pytest.mark.fault("files of the data root are missing", "they are made again")
def test_what_an_interrupted_build_left_is_completed(folder):
    before = snapshot(folder)
    (folder / LABELS).unlink()
    (folder / TABLE).unlink()
    data_step.prepare()
    assert snapshot(folder) == before


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


def long(path):
    path.write_bytes(path.read_bytes() + b"\0")


def empty(path):
    path.write_bytes(b"")


def foreign(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


def no_items(path):
    path.write_bytes(struct.pack(">2I", 2049, 0))


def small_images(path):
    path.write_bytes(struct.pack(">4I", 2051, 1, 8, 8) + bytes(64))


def label_ten(path):
    path.write_bytes(struct.pack(">2I", 2049, 1437) + bytes([10] * 1437))


def fewer_labels(path):
    path.write_bytes(struct.pack(">2I", 2049, 1436) + bytes(1436))


def without_column(path):
    path.write_text(path.read_text().replace(",safety,", ",", 1))


def text_for_number(path):
    path.write_text(path.read_text().replace("vhigh,vhigh,2,2,", "vhigh,vhigh,two,2,", 1))


def short_row(path):
    path.write_text(path.read_text() + "low,low\n")


def header_only(path):
    path.write_text(path.read_text().splitlines()[0] + "\n")


def not_text(path):
    path.write_bytes(path.read_bytes() + b"\xff\xfe")


BAD = [
    (IMAGES, cut, "expected 1126624 bytes for 1437 items, found 1126623"),
    (IMAGES, long, "expected 1126624 bytes for 1437 items, found 1126625"),
    (IMAGES, empty, "expected an IDX header of 16 bytes, found 0 bytes"),
    (IMAGES, foreign, "expected the IDX magic number 2051, found 2303741511"),
    (IMAGES, small_images, "expected images of 28x28 pixels, found 8x8"),
    (LABELS, cut, "expected 1445 bytes for 1437 items, found 1444"),
    (LABELS, no_items, "expected 9 bytes for 0 items, found 8"),
    (LABELS, label_ten, "expected labels from 0 to 9, found 10"),
    (LABELS, fewer_labels, "expected 1437 labels, one for each image, found 1436"),
    (TABLE, empty, "line 1: expected the columns price, maint, doors, persons, lug_capacity, safety, output, found an empty file"),
    (TABLE, without_column, "found price, maint, doors, persons, lug_capacity, output"),
    (TABLE, text_for_number, "line 2, column doors: expected one of 2, 3, 4, 5more, found 'two'"),
    (TABLE, short_row, "line 1730: expected 7 values, found 2"),
    (TABLE, header_only, "expected rows under the header, found none"),
    (TABLE, not_text, "expected UTF-8 text, found byte 0xff"),
]


@pytest.mark.fault("a file of the data root is corrupted, in fifteen ways", "the build names it and what is wrong with it, leaves it alone, and goes on once it is mended")
@pytest.mark.parametrize("name, spoil, message", BAD, ids=[f"{name}-{spoil.__name__}" for name, spoil, _ in BAD])
def test_a_bad_file_is_named_and_left_alone(folder, data, name, spoil, message):
    spoil(folder / name)
    before = snapshot(folder)
    with pytest.raises(DataError) as error:
        data_step.prepare()
    assert message in str(error.value)
    assert str(folder / name) in str(error.value)
    assert "Remove it and build again, or set PROVEN_DATA" in str(error.value)
    assert snapshot(folder) == before
    shutil.copyfile(data / name, folder / name)
    data_step.prepare()


def test_foreign_files_are_not_completed_with_ours(folder):
    label_ten(folder / LABELS)
    (folder / IMAGES).unlink()
    with pytest.raises(DataError, match="expected all four files of MNIST or none"):
        data_step.prepare()
    assert not (folder / IMAGES).exists()


def test_a_named_root_must_exist(tmp_path, monkeypatch):
    monkeypatch.setenv("PROVEN_DATA", str(tmp_path / "typo"))
    with pytest.raises(DataError, match="expected a folder, found none. Make it, or unset PROVEN_DATA"):
        data_step.prepare()
    assert not (tmp_path / "typo").exists()


def test_a_root_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    (tmp_path / "MNIST").write_text("a file where a folder has to be")
    monkeypatch.setenv("PROVEN_DATA", str(tmp_path))
    with pytest.raises(DataError, match="expected to write this file, found: Not a directory. Make the folder writable"):
        data_step.prepare()


@pytest.mark.fault("the disk is full while a file is written", "the file is as it was, and nothing lies beside it")
def test_nothing_is_half_written(tmp_path, monkeypatch):
    import files

    def dies(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.Path, "replace", dies)
    with pytest.raises(OSError):
        files.write_beside(tmp_path / "file", b"content")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.fault("there is no network for --full-data", "the build names the file that it could not fetch")
def test_full_data_says_which_file_could_not_be_fetched(folder, monkeypatch):
    def refuse(address, timeout):
        raise urllib.error.URLError("no network")

    monkeypatch.setattr(data_step.urllib.request, "urlopen", refuse)
    with pytest.raises(DataError, match="train-images-idx3-ubyte: expected a download from .* found: .*no network.*Build without --full-data"):
        data_step.prepare(full=True)


@pytest.fixture
def mirror(folder, monkeypatch):
    """A mirror that serves the stand-ins as if they were the real files: {address: packed file}; what it was asked for is taken out."""
    from torchvision.datasets import MNIST

    files = {f"{MNIST.mirrors[0]}{name}.gz": gzip.compress((folder / "MNIST/raw" / name).read_bytes()) for name in data_checks.IDX}
    monkeypatch.setattr(MNIST, "mirrors", MNIST.mirrors[:1])
    monkeypatch.setattr(MNIST, "resources", [(address.rpartition("/")[2], hashlib.md5(packed).hexdigest()) for address, packed in files.items()])
    monkeypatch.setattr(data_step.urllib.request, "urlopen", lambda address, timeout: io.BytesIO(files.pop(address)))
    return files


def test_full_data_are_the_real_files_of_the_mirror(folder, mirror):
    prepared = data_step.prepare(full=True)
    assert prepared["root"] == str(folder / "full")
    assert mirror == {}
    assert data_checks.check_mnist(folder / "full/MNIST/raw") == (1437, 360)


def test_another_file_of_the_mirror_is_refused(folder, mirror):
    """A good file in the right format, but not the one that torchvision knows."""
    images, labels = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte")
    address = next(address for address in mirror if labels in address)
    content = gzip.decompress(mirror[address])
    mirror[address] = gzip.compress(content[:-1] + bytes([9 - content[-1]]))
    with pytest.raises(DataError, match=f"{labels}: expected a download from .* found: another file at "):
        data_step.prepare(full=True)
    assert [path.name for path in (folder / "full/MNIST/raw").iterdir()] == [images]
