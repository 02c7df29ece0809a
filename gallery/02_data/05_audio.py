"""
Audio with torchaudio
=====================

A sound is a tensor of numbers, and torchaudio has the tools to shape it and to look into it. After this lesson you can
store and read a sound, change its loudness and its rate, filter it, draw its spectrogram, mel spectrogram and MFCC, and
code it in few bits. Each result is checked against its formula. The sounds are made here; no file is needed.

:Level: intermediate
:Before: :doc:`/lessons/02_data/03_images`, :doc:`/lessons/01_foundations/01_tensors`
:After: :doc:`/lessons/03_models/05_convolution`, :doc:`/lessons/03_models/06_recurrent`
"""

# %%
# A sound
# -------
# A waveform is a float tensor of shape ``(channel, time)`` with values from -1 to 1. This one lasts
# a second: a whistle whose frequency rises from 500 Hz to 3500 Hz, and a bell of 5000 Hz that dies
# away. Common recordings have a rate of 16,000 samples a second (speech) or 44,100 (music).

# sphinx_gallery_thumbnail_number = 4
import math
import tempfile
import wave
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from torchaudio import functional as AF
from torchaudio import transforms as T

device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
torch.manual_seed(0)
sample_rate = 16000
time = torch.arange(sample_rate, device=device) / sample_rate
whistle = 0.4 * torch.sin(2 * math.pi * (500 * time + 1500 * time**2))  # the slope of the bracket: 500 + 3000 * time
bell = 0.3 * torch.sin(2 * math.pi * 5000 * time) * torch.exp(-6 * time)
sound = (whistle + bell)[None]
print(f"{sound.shape = }, {sound.shape[-1] / sample_rate} s, from {sound.min():.2f} to {sound.max():.2f}")
crossings = ((whistle[:-1] < 0) & (whistle[1:] >= 0)).sum()  # it swings 500 + 1500 times and begins at 0
assert crossings == 500 + 1500 - 1 and sound.shape == (1, 16000) and 0.4 < sound.abs().max() < 0.7

# %%
# Often written: ``torchaudio.load`` reads any sound file. Since version 2.9 it hands the work to
# another library, torchcodec, which needs FFmpeg. For WAV files Python's own ``wave`` is enough: 16
# bits are whole numbers from -32768 to 32767. Rounding to them is off by half a step at most.
with tempfile.TemporaryDirectory() as folder:
    path = str(Path(folder, "sound.wav"))
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, sample_rate, 0, "NONE", ""))  # channels, bytes per sample, rate
        file.writeframes((sound * 32768).round().clamp(-32768, 32767).to(torch.int16).cpu().numpy().tobytes())
    with wave.open(path) as file:
        frames, rate = file.readframes(file.getnframes()), file.getframerate()
read = torch.frombuffer(bytearray(frames), dtype=torch.int16)[None].to(device) / 32768
error = (read - sound).abs().max() * 32768
print(f"{len(frames)} bytes, {rate = }, largest error {error:.3f} steps")
assert rate == 16000 and len(frames) == 2 * 16000 and 0.4 < error <= 0.51

# %%
# Gain and fade
# -------------
# Loudness is given in decibels, a ratio on a logarithmic scale: ``gain_db`` multiplies each sample
# by :math:`10^{\text{dB}/20}`, so 6 dB double it, nearly, and 20 dB are a factor of ten. Nothing
# stops it at 1: a file or a loudspeaker cuts off what is higher, and that sounds harsh.
louder, quieter = AF.gain(sound, gain_db=10.0), AF.gain(sound, gain_db=-10.0)
torch.testing.assert_close(louder, sound * 10 ** (10 / 20))
torch.testing.assert_close(louder * quieter, sound**2)
print(f"peak {sound.abs().max():.2f}, louder {louder.abs().max():.2f}, quieter {quieter.abs().max():.2f}")
assert louder.abs().max() > 1

# %%
# ``Fade`` takes its lengths in samples, not in seconds. Often copied: ``Fade(fade_in_len=30000,
# fade_out_len=30000)``. Run it: a second of this sound has fewer samples than that.
quarter = sample_rate // 4
faded = T.Fade(fade_in_len=quarter, fade_out_len=quarter, fade_shape="linear")(sound)
ramp = torch.linspace(0, 1, quarter, device=device)
by_hand = sound * torch.cat([ramp, torch.ones(sample_rate - 2 * quarter, device=device), ramp.flip(0)])
torch.testing.assert_close(faded, by_hand)
try:
    T.Fade(fade_in_len=30000, fade_out_len=30000)(sound)
except RuntimeError as refusal:
    print(f"RuntimeError: {refusal}")
else:
    raise AssertionError("a fade longer than the sound was expected to be refused")
figure, all_axes = plt.subplots(3, 1, figsize=(7, 5), sharex=True, sharey=True, layout="constrained")
for axes, (name, changed) in zip(all_axes, {"before": sound, "gain of 10 dB": louder, "faded": faded}.items()):
    axes.plot(time.cpu(), changed[0].cpu(), color="#0072b2", linewidth=0.5)
    axes.axhspan(1, 2.4, color="#e69f00", alpha=0.4)
    axes.axhspan(-2.4, -1, color="#e69f00", alpha=0.4)
    axes.set(title=name, ylabel="amplitude", ylim=(-2.4, 2.4))
all_axes[-1].set(xlabel="seconds (orange: would be cut off)")
plt.show()

# %%
# Resampling
# ----------
# A model expects the rate that it was trained with. ``Resample`` changes the number of samples and
# keeps pitch and duration. Often written: to halve the rate, take every second sample. Run it on a
# tone of 6000 Hz: 8000 samples a second can hold 4000 Hz at most, and the tone comes back at
# :math:`8000 - 6000` Hz, out of nowhere. ``Resample`` removes such tones first. Of a second of
# sound, the Fourier transform has one value per hertz.
two_tones = 0.5 * (torch.sin(2 * math.pi * 1000 * time) + torch.sin(2 * math.pi * 6000 * time))[None]
resampled, every_second = T.Resample(sample_rate, 8000).to(device)(two_tones), two_tones[:, ::2]
figure, all_axes = plt.subplots(1, 3, figsize=(7.4, 3), sharey=True, layout="constrained")
peaks = {}
versions = [("before", two_tones), ("Resample", resampled), ("every second", every_second)]
for axes, (name, part) in zip(all_axes, versions):
    strength = 2 * torch.fft.rfft(part[0]).abs() / part.shape[-1]  # a tone's amplitude
    peaks[name] = (strength > 0.1).nonzero().flatten().tolist()
    assert (strength[peaks[name]] - 0.5).abs().max() < 0.01
    axes.plot(strength.cpu(), color="#0072b2", linewidth=2)
    axes.set(title=f"{name}: {part.shape[-1]} samples", xlabel="Hz", xlim=(-200, 8200))
    axes.title.set_fontsize(10)
all_axes[0].set(ylabel="amplitude")
figure.suptitle("Tones of 1000 and 6000 Hz; dropping samples makes a false one")
plt.show()
print(f"{peaks = }")
assert peaks == {"before": [1000, 6000], "Resample": [1000], "every second": [1000, 2000]}
assert resampled.shape == (1, 8000)
assert AF.resample(two_tones[:, :1234], 16000, 11025).shape[-1] == math.ceil(1234 * 11025 / 16000)

# %%
# Filters
# -------
# Often written: ``lowpass_biquad`` removes what lies above the cutoff. It is a slope, not a wall:
# at the cutoff :math:`1/\sqrt{2}` of the amplitude is left, and at twice the cutoff far less, but
# not nothing. A band-pass keeps what is near its centre; the larger ``Q``, the narrower the band.
# Feed a filter a single 1, and the Fourier transform of what comes out tells its effect on all
# frequencies at once. A biquad computes each output from three inputs and two earlier outputs. The
# factors of the low-pass, taken from R. Bristow-Johnson's Audio EQ Cookbook, give its curve by hand.
impulse = torch.zeros(1, sample_rate, device=device)
impulse[0, 0] = 1
filtered = {
    "low-pass": AF.lowpass_biquad(impulse, sample_rate, cutoff_freq=2000),
    "high-pass": AF.highpass_biquad(impulse, sample_rate, cutoff_freq=2000),
    "band-pass": AF.bandpass_biquad(impulse, sample_rate, central_freq=2000, Q=3.0),
}
response = {name: torch.fft.rfft(result[0]).abs() for name, result in filtered.items()}
angle = 2 * math.pi * 2000 / sample_rate
alpha, cos = math.sin(angle) / (2 * 0.707), math.cos(angle)
inputs, outputs = torch.tensor([[(1 - cos) / 2, 1 - cos, (1 - cos) / 2], [1 + alpha, -2 * cos, 1 - alpha]])
by_hand = (torch.fft.rfft(inputs, sample_rate) / torch.fft.rfft(outputs, sample_rate)).abs()
torch.testing.assert_close(response["low-pass"].cpu(), by_hand, rtol=1e-3, atol=1e-3)
figure, axes = plt.subplots(figsize=(7, 3.8), layout="constrained")
for (name, curve), color, place in zip(response.items(), ("#0072b2", "#d55e00", "#009e73"), (500, 5000, 2800)):
    axes.plot(curve.cpu(), color=color)
    axes.text(place, curve[place].item() + 0.04, name, color=color, fontsize=11)
    print(f"{name}: {curve[1000]:.3f} at 1000 Hz, {curve[2000]:.3f} at 2000 Hz, {curve[4000]:.3f} at 4000 Hz")
axes.axvline(2000, color="gray", linestyle=":")
axes.set(title="What three filters at 2000 Hz leave of each frequency", xlabel="Hz", ylabel="amplitude left")
axes.set(ylim=(0, 1.15))
plt.show()
assert abs(response["low-pass"][2000] - 0.5**0.5) < 0.01 and abs(response["high-pass"][2000] - 0.5**0.5) < 0.01
assert abs(response["band-pass"][2000] - 1) < 0.01 and 0.1 < response["low-pass"][4000] < 0.3

# %%
# Spectrogram, mel, MFCC
# ----------------------
# A spectrogram cuts the sound into overlapping windows of ``n_fft`` samples, a new one every
# ``hop_length``, and says how strong each frequency is in each. Its rows are ``sample_rate /
# n_fft`` hertz apart. By hand: cut out the window around the middle of the sound, let its ends fade
# (the Hann window), transform, square.
n_fft, hop_length, n_mels, n_mfcc = 800, 200, 40, 13
power = T.Spectrogram(n_fft=n_fft, hop_length=hop_length).to(device)(sound)
frame = sample_rate // 2 // hop_length
window = sound[0, sample_rate // 2 - n_fft // 2 :][:n_fft] * torch.hann_window(n_fft, device=device)
torch.testing.assert_close(power[0, :, frame], torch.fft.rfft(window).abs() ** 2, rtol=1e-3, atol=1e-2)
row = power[0, :, frame].argmax().item()
upper = 200 + power[0, 200:, frame].argmax().item()
print(f"{power.shape = }, strongest rows at 0.5 s: {row} ({row * sample_rate / n_fft:.0f} Hz) and, "
      f"in the upper half, {upper} ({upper * sample_rate / n_fft:.0f} Hz)")
assert row * sample_rate / n_fft == 500 + 3000 * 0.5 and upper * sample_rate / n_fft == 5000
assert power.shape == (1, 800 // 2 + 1, 16000 // 200 + 1)

# %%
# The ear tells low tones apart better than high ones. A mel spectrogram sums the rows in bands that
# get wider upwards: a product with a fixed matrix. MFCC (mel-frequency cepstral coefficients) take
# its logarithm and then a cosine transform, of which the first few numbers describe the shape of
# the spectrum. Give both the true ``sample_rate``; a wrong one goes unnoticed.
settings = {"n_fft": n_fft, "hop_length": hop_length, "n_mels": n_mels}
mel = T.MelSpectrogram(sample_rate=sample_rate, **settings).to(device)(sound)
mfcc = T.MFCC(sample_rate=sample_rate, n_mfcc=n_mfcc, melkwargs=settings).to(device)(sound)
bands = AF.melscale_fbanks(n_fft // 2 + 1, 0.0, sample_rate / 2, n_mels, sample_rate).to(device)
torch.testing.assert_close(mel, bands.T @ power, rtol=1e-3, atol=1e-2)
decibels = T.AmplitudeToDB(top_db=80)
cosines = AF.create_dct(n_mfcc, n_mels, norm="ortho").to(device)
torch.testing.assert_close(mfcc, cosines.T @ decibels(mel), rtol=1e-3, atol=1e-2)
print(f"{mel.shape = }, {mfcc.shape = }: {power.numel()}, {mel.numel()} and {mfcc.numel()} numbers")
widths = bands.gt(0).sum(dim=0)
assert mel.shape == (1, 40, 81) and mfcc.shape == (1, 13, 81) and widths[-1] > 2 * widths[0]

# %%
# Often written: ``Spectrogram()(waveform)`` shows the spectrogram. It computes a tensor; ``imshow``
# shows it, best in decibels. You see the whistle rise and the bell die away. On the mel axis the
# rise bends, since low tones get more room. The first MFCC, the loudness, is far from the others
# and left out.
figure, all_axes = plt.subplots(2, 2, figsize=(7.4, 5.6), layout="constrained")
all_axes[0, 0].plot(time.cpu(), sound[0].cpu(), color="#0072b2", linewidth=0.5)
all_axes[0, 0].set(title="waveform", ylabel="amplitude", xlabel="seconds", xlim=(0, 1))
pictures = [
    ("spectrogram in dB", decibels(power), "Hz", 0, sample_rate / 2),
    ("mel spectrogram in dB", decibels(mel), "band", -0.5, n_mels - 0.5),
    ("MFCC, all but the first", mfcc[:, 1:], "coefficient", 0.5, n_mfcc - 0.5),
]
for axes, (name, values, label, bottom, top) in zip(all_axes.flat[1:], pictures):
    extent = (0, 1, bottom, top)
    image = axes.imshow(values[0].cpu().numpy(), origin="lower", aspect="auto", extent=extent, cmap="magma", interpolation="nearest")
    axes.set(title=name, xlabel="seconds", ylabel=label)
    figure.colorbar(image, ax=axes)
plt.show()

# %%
# Mu-law
# ------
# Eight bits give 256 steps. If all are equal, a quiet sound gets very few. Mu-law bends the scale,
# :math:`y = \text{sign}(x) \ln(1 + \mu |x|) / \ln(1 + \mu)` with :math:`\mu = 255`, and so spends
# most steps near 0. Often written: ``MuLawEncoding(waveform)``. Run it: that makes a module and
# encodes nothing, without an error.
waveform = 0.02 * sound / sound.abs().max()  # a quiet version
codes = T.MuLawEncoding()(waveform)
bent = waveform.sign() * torch.log1p(255 * waveform.abs()) / math.log1p(255)
by_hand = ((bent + 1) / 2 * 255 + 0.5).to(torch.int64)
decoded, equal_steps = T.MuLawDecoding()(codes), (waveform * 128).round() / 128
errors = [(approximation - waveform).pow(2).mean().sqrt().item() for approximation in (decoded, equal_steps)]
print(f"{codes.dtype = }, {codes.min().item()} to {codes.max().item()}")
print(f"root mean square error {errors[0]:.6f}, with equal steps {errors[1]:.6f}")
assert (codes - by_hand).abs().max() <= 1 and (codes == by_hand).float().mean() > 0.999  # a GPU may round one apart
assert isinstance(T.MuLawEncoding(waveform), torch.nn.Module)
assert T.MuLawEncoding()(torch.tensor([-1.0, 0.0, 1.0])).tolist() == [0, 128, 255]
assert errors[0] < errors[1] / 5 and 0.8 < errors[1] * 128 * math.sqrt(12) < 1.2  # rounding errs by a step / √12
figure, axes = plt.subplots(figsize=(7, 3.4), layout="constrained")
axes.plot(1000 * time[:100].cpu(), waveform[0, :100].cpu(), color="#bbbbbb", linewidth=5, label="before")
axes.plot(1000 * time[:100].cpu(), equal_steps[0, :100].cpu(), color="#d55e00", label="equal steps")
axes.plot(1000 * time[:100].cpu(), decoded[0, :100].cpu(), color="#0072b2", label="mu-law")
axes.set(title="A quiet sound in eight bits: mu-law stays close to it", xlabel="milliseconds", ylabel="amplitude")
axes.set(ylim=(-0.022, 0.034))
axes.legend(loc="upper right", ncols=3)
plt.show()

# %%
# Dither
# ------
# A very quiet tone, rounded to whole steps, becomes a staircase, and a staircase has tones of its
# own. Dithering adds random noise of up to a step before rounding: the false tones turn into a soft
# hiss. Often written: ``functional.dither`` does that. Run it: with its defaults it adds a triangle
# stretched over the whole sound (``bartlett_window``), and no chance is involved. The real thing is
# one line: two uniform numbers, added before rounding.
step = 1 / 32768
quiet = 1.2 * step * torch.sin(2 * math.pi * 440 * time)[None]
noise = torch.rand_like(quiet) + torch.rand_like(quiet) - 1
rounded, dithered = (quiet / step).round(), (quiet / step + noise).round()
triangle = torch.bartlett_window(sample_rate, device=device)
assert AF.dither(quiet).equal((quiet * 32766 + triangle).round() / 32768) and not dithered.equal(rounded)
figure, all_axes = plt.subplots(2, 2, figsize=(7.4, 5), sharex="col", sharey="col", layout="constrained")
false_tone = {}
for (left, right), name, values in zip(all_axes, ("rounded", "dithered and rounded"), (rounded[0], dithered[0])):
    strength = 2 * torch.fft.rfft(values).abs() / sample_rate
    false_tone[name] = strength[3 * 440].item()
    assert abs(strength[440] - 1.2) < 0.1
    left.plot(1000 * time[:160].cpu(), (quiet[0, :160] / step).cpu(), color="gray")
    left.step(1000 * time[:160].cpu(), values[:160].cpu(), color="#0072b2", where="mid")
    left.set(title=name, ylabel="steps", xlabel="milliseconds")
    right.plot(strength[:4000].cpu(), color="#0072b2", linewidth=0.8)
    right.set(title=f"tones in it, {name}", ylabel="amplitude", xlabel="Hz")
    print(f"{name}: {strength[440]:.2f} at 440 Hz, {false_tone[name]:.3f} at 1320 Hz, where no tone was")
figure.suptitle("A tone of 1.2 steps: before gray, after blue; right: its frequencies")
plt.show()
assert false_tone["rounded"] > 5 * false_tone["dithered and rounded"] and abs(noise.mean()) < 0.02

# %%
# Exercises
# ---------
# 1. Add noise so that the sound is 10 dB stronger than the noise. Hint: ``functional.add_noise``
#    with ``snr``; a power ratio in dB is 10 times the logarithm.
# 2. Get the sound back from a spectrogram. Hint: ``power=None`` keeps the phase,
#    ``InverseSpectrogram`` goes back.
# 3. Take a hum of 50 Hz out of the sound. Hint: ``bandreject_biquad``; a large ``Q`` makes the gap
#    narrow.

# %%
# Solution 1
# ^^^^^^^^^^
# Models that are to work in a street are trained on noisy sound.
noise = torch.randn_like(sound)
noisy = AF.add_noise(sound, noise, snr=torch.tensor([10.0], device=device))
ratio = 10 * ((sound**2).sum() / ((noisy - sound) ** 2).sum()).log10()
print(f"{ratio = :.2f} dB")
assert abs(ratio - 10) < 0.01

# %%
# Solution 2
# ^^^^^^^^^^
# With the power alone, the phase is lost; then only a guess such as ``GriffinLim`` is left.
complex_values = T.Spectrogram(n_fft=n_fft, hop_length=hop_length, power=None).to(device)(sound)
back = T.InverseSpectrogram(n_fft=n_fft, hop_length=hop_length).to(device)(complex_values, sample_rate)
torch.testing.assert_close(back, sound, rtol=1e-3, atol=1e-4)

# %%
# Solution 3
# ^^^^^^^^^^
# A narrow filter takes a while to settle, so look at the second half.
hum = 0.3 * torch.sin(2 * math.pi * 50 * time)[None]
cleaned = AF.bandreject_biquad(sound + hum, sample_rate, central_freq=50, Q=2.0)
left = (cleaned - sound)[:, sample_rate // 2 :].abs().max().item()
print(f"of a hum of 0.3, {left:.3f} is left")
assert left < 0.05

# %%
# Where to go next
# ----------------
# A spectrogram is a picture: :doc:`/lessons/03_models/05_convolution` has the networks for it. Its
# frames are a sequence: :doc:`/lessons/03_models/06_recurrent` reads one. More:
# :doc:`/cards/audio/waveforms` and :doc:`/cards/audio/features`.
