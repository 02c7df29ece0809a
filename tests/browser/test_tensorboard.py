"""TensorBoard in a real browser shows what ``SummaryWriter`` wrote. The lesson on TensorBoard reads event files without one."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from PIL import Image

TAG = "loss/train_of_this_test"
VALUES = [1 / (1 + step) for step in range(5)]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a TensorBoard that serves one run with one scalar."""
    from torch.utils.tensorboard import SummaryWriter

    folder = tmp_path_factory.mktemp("events")
    with SummaryWriter(folder / "first_run") as writer:
        for step, value in enumerate(VALUES):
            writer.add_scalar(TAG, value, step)
    log = folder / "log.txt"
    command = [sys.executable, "-m", "tensorboard.main", "--logdir", str(folder), "--port", "0", "--host", "localhost",
               "--load_fast=false"]
    with log.open("w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield wait_for_data(server, log, seconds=120)
    finally:
        server.terminate()
        server.wait(30)


def wait_for_data(server, log, seconds):
    """Wait until TensorBoard has said its address and has read the event file; return the address."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        found = re.search(r"http://localhost:\d+/", log.read_text())
        if found:
            try:
                with urllib.request.urlopen(found[0] + "data/plugin/scalars/tags", timeout=10) as answer:
                    if TAG in answer.read().decode():
                        return found[0]
            except (urllib.error.URLError, TimeoutError):
                pass
        time.sleep(0.5)
    raise AssertionError(f"TensorBoard did not serve its data within {seconds} s (exit status {server.poll()}):\n{log.read_text()}")


def test_the_scalar_is_on_the_page(chromium, address, tmp_path):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "#timeseries", timeout=60_000)
    page.get_by_text(TAG).first.wait_for(timeout=60_000)
    page.get_by_text("first_run").first.wait_for(timeout=60_000)
    page.locator("line-chart svg path, line-chart canvas").first.wait_for(timeout=60_000)
    shot = tmp_path / "tensorboard.png"
    page.screenshot(path=shot)
    average = 0
    for value in VALUES:
        average = 0.6 * average + 0.4 * value  # the slider stands at 0.6
    smoothed = f"{average / (1 - 0.6 ** len(VALUES)):.4g}"  # the formula of the lesson
    page.get_by_text(smoothed, exact=True).first.wait_for(timeout=60_000)
    page.close()
    with Image.open(shot) as picture:
        assert picture.size == (1280, 900)
        assert len(picture.convert("RGB").getcolors(1280 * 900)) > 100  # a blank page has one colour
