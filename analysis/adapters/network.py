"""The installed encoder as a PyTorch network, frozen, with low-rank additions that are trained.

The weights of the encoder are read from the very file that is run later, so that what is trained is what is used.
Needs torch, which Readout itself does not. Source: Hu et al. 2021, LoRA.
"""

import math
from collections.abc import Iterator

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

LAYERS = 6
HEADS = 12
WIDTH = 384


class Adapted(nn.Module):
    """A frozen linear map with a trained low-rank addition."""

    def __init__(self, name: str, weight: np.ndarray, bias: np.ndarray, rank: int) -> None:
        super().__init__()
        self.name = name
        self.register_buffer("weight", torch.tensor(weight.T.copy()).to(torch.bfloat16))
        self.register_buffer("bias", torch.tensor(bias).to(torch.bfloat16))
        self.down = nn.Parameter(torch.randn(weight.shape[0], rank) / math.sqrt(weight.shape[0]))
        self.up = nn.Parameter(torch.zeros(rank, weight.shape[1]))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The map with its addition."""
        plain = functional.linear(x, self.weight, self.bias)
        return plain + (x @ self.down) @ self.up if self.down.numel() else plain


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, tensors: dict[str, np.ndarray], index: int, names: list[str], rank: int) -> None:
        super().__init__()
        at = f"inner.encoder.layer.{index}."
        parts = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
                 "intermediate.dense", "output.dense")  # fmt: skip
        maps = [
            Adapted(name, tensors[name], tensors[f"{at}{part}.bias"], rank)
            for name, part in zip(names, parts, strict=True)
        ]
        self.query, self.key, self.value, self.mixed, self.wide, self.narrow = maps
        self.first = _norm(tensors, f"{at}attention.output.LayerNorm")
        self.second = _norm(tensors, f"{at}output.LayerNorm")

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states after the layer."""
        batch, length, width = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, width // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(width // HEADS) + mask, dim=3) @ v
        mixed = self.mixed(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.first(x + mixed)
        return self.second(x + self.narrow(functional.gelu(self.wide(x))))


def _norm(tensors: dict[str, np.ndarray], name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=1e-12)
    norm.weight.data, norm.bias.data = torch.tensor(tensors[f"{name}.weight"]), torch.tensor(tensors[f"{name}.bias"])
    return norm.requires_grad_(False)


class AdaptedEncoder(nn.Module):
    """The encoder: word pieces to states, with additions of a rank from its layer `first` on."""

    def __init__(self, path: str, *, rank: int, first: int = 0) -> None:
        super().__init__()
        tensors, names = read_encoder(path)
        table = tensors["inner.embeddings.word_embeddings.weight"]
        self.register_buffer("words", torch.tensor(table))
        self.register_buffer("places", torch.tensor(tensors["inner.embeddings.position_embeddings.weight"]))
        self.register_buffer("sides", torch.tensor(tensors["inner.embeddings.token_type_embeddings.weight"]))
        self.norm = _norm(tensors, "inner.embeddings.LayerNorm")
        self.layers = nn.ModuleList(
            Layer(tensors, i, names[6 * i : 6 * i + 6], rank if i >= first else 0) for i in range(LAYERS)
        )

    def states(self, ids: torch.Tensor, sides: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The last layer's states, of batch by length by width; `mask` is 0 where a row is padded."""
        places = self.places[: ids.shape[1]]
        x = self.norm(self.words[ids] + places + self.sides[sides])
        hide = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(mask == 0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hide)
        return x

    def additions(self) -> dict[str, np.ndarray]:
        """The additions by the name of the encoder's weight, at half precision."""
        return {name: value.detach().numpy().astype(np.float16) for name, value in self._trained()}

    def _trained(self) -> Iterator[tuple[str, nn.Parameter]]:
        for module in self.modules():
            if isinstance(module, Adapted) and module.down.numel():
                yield f"{module.name}.down", module.down
                yield f"{module.name}.up", module.up


def mean_of(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Each row's mean state, padding left out."""
    mean: torch.Tensor = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    return mean


def read_encoder(path: str) -> tuple[dict[str, np.ndarray], list[str]]:
    """Every weight of the encoder's file at full precision, and the names of its adaptable maps in order."""
    stored = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    tensors = {name: value for name, value in stored.items() if not name.endswith(("_q", "_scale"))}
    for name in [n.removesuffix("_q") for n in stored if n.endswith("_q")]:
        tensors[name] = stored[f"{name}_q"].astype(np.float32) * stored[f"{name}_scale"]
    maps = [n.removesuffix("_q") for n in stored if n.endswith("_q") and n.startswith("val_")]
    return tensors, maps
