"""Graphs with PyTorch Geometric

PyTorch Geometric (``torch_geometric``) is the library for neural networks on graphs: molecules, road maps, citations. A
graph is a matrix of node features and a list of edges. The library itself still uses ``torch.jit`` when it is imported,
so each card silences that warning first.
"""


def graph_data():
    """A graph is a ``Data`` object: ``x`` holds one row per node, ``edge_index`` one column per edge.

    The upper row of ``edge_index`` names where an edge starts, the lower one where it ends. An edge has one direction;
    an undirected one is stored twice. A node without edges appears in ``x`` only.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.data import Data
    >>> x = torch.arange(8.0).view(4, 2)
    >>> path = torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]])
    >>> graph = Data(x=x, edge_index=path)
    >>> graph
    Data(x=[4, 2], edge_index=[2, 4])
    >>> graph.num_nodes, graph.num_edges, graph.num_node_features
    (4, 4, 2)
    >>> graph.is_undirected(), graph.has_isolated_nodes(), graph.has_self_loops()
    (True, True, False)
    >>> Data(x=x, edge_index=path[:, :3]).is_undirected()
    False

    ``validate`` finds an edge to a node that does not exist.

    >>> Data(x=x, edge_index=torch.tensor([[4], [1]])).validate()
    Traceback (most recent call last):
        ...
    ValueError: 'edge_index' contains larger indices than the number of nodes (4) in 'Data' (found 4)
    """


def graph_convolution():
    """``GCNConv`` mixes the features of each node with those of its neighbours; a node without edges reaches no other.

    The graph has four nodes, and three of them form the path 0 - 1 - 2. Two features per node go in and three come out.
    Changing node 3, which has no edges, changes its own row only. Changing node 0 also changes node 1, its neighbour,
    but not node 2: one layer reaches one edge far.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.data import Data
    >>> from torch_geometric.nn import GCNConv
    >>> x = torch.rand(4, 2)
    >>> graph = Data(x=x, edge_index=torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]]))
    >>> layer = GCNConv(2, 3)
    >>> before = layer(graph.x, graph.edge_index)
    >>> before.shape
    torch.Size([4, 3])
    >>> def changed_rows(node):
    ...     other = x.clone()
    ...     other[node] = -other[node]
    ...     return (layer(other, graph.edge_index) != before).any(dim=1).tolist()
    >>> for node in range(4):
    ...     print(node, changed_rows(node))
    0 [True, True, False, False]
    1 [True, True, True, False]
    2 [False, True, True, False]
    3 [False, False, False, True]

    The two numbers of the layer count features. The number of nodes does not appear in it, so a graph may have any.

    >>> layer(torch.rand(9, 2), graph.edge_index).shape
    torch.Size([9, 3])
    """


def graph_convolution_by_hand():
    """``GCNConv`` computes ``D**-0.5 (A + I) D**-0.5 X W``: a matrix product with normalised neighbours.

    ``A`` is the adjacency matrix, ``A[i, j]`` is 1 for an edge between ``i`` and ``j``. Adding ``I`` lets each node see
    itself. ``D`` holds the row sums on its diagonal, so that nodes with many neighbours do not get large values. (Kipf
    and Welling, "Semi-supervised classification with graph convolutional networks", 2017.)

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.nn import GCNConv
    >>> from torch_geometric.utils import to_dense_adj
    >>> edge_index = torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]])
    >>> A = to_dense_adj(edge_index, max_num_nodes=4)[0]
    >>> A
    tensor([[0., 1., 0., 0.],
            [1., 0., 1., 0.],
            [0., 1., 0., 0.],
            [0., 0., 0., 0.]])
    >>> A_and_self = A + torch.eye(4)
    >>> D = A_and_self.sum(dim=1)
    >>> D
    tensor([2., 3., 2., 1.])
    >>> normalised = A_and_self / torch.sqrt(D.view(4, 1) * D)
    >>> normalised
    tensor([[0.5000, 0.4082, 0.0000, 0.0000],
            [0.4082, 0.3333, 0.4082, 0.0000],
            [0.0000, 0.4082, 0.5000, 0.0000],
            [0.0000, 0.0000, 0.0000, 1.0000]])
    >>> x = torch.rand(4, 2)
    >>> layer = GCNConv(2, 3)
    >>> bias = torch.nn.init.normal_(layer.bias)
    >>> by_hand = normalised @ x @ layer.lin.weight.T + layer.bias
    >>> by_hand.shape, torch.allclose(layer(x, edge_index), by_hand)
    (torch.Size([4, 3]), True)
    """


def message_passing():
    """In ``MessagePassing``, ``message`` says what an edge carries and ``aggr`` how a node gathers it.

    A layer of your own inherits this class. ``propagate`` calls ``message`` for all edges at once. A parameter called
    ``x_j`` holds the features of the nodes where the edges start. Here each node gets the mean, or the sum, of its
    neighbours; node 3 has none and gets 0.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.nn import MessagePassing
    >>> class Neighbours(MessagePassing):
    ...     def forward(self, x, edge_index):
    ...         return self.propagate(edge_index, x=x)
    ...     def message(self, x_j):
    ...         return 10 * x_j
    >>> x = torch.tensor([[1.0], [2.0], [5.0], [7.0]])
    >>> edge_index = torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]])
    >>> Neighbours(aggr="mean")(x, edge_index).flatten()
    tensor([20., 30., 20.,  0.])
    >>> Neighbours(aggr="sum")(x, edge_index).flatten()
    tensor([20., 60., 20.,  0.])
    """


def batch_of_graphs():
    """A ``DataLoader`` of PyTorch Geometric joins graphs into one large graph; ``batch`` says which node is whose.

    Graphs differ in size, so they cannot be stacked. Instead, their nodes are numbered on: 4 is added to the edges of
    the second graph here. ``global_mean_pool`` then gives one row per graph.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.data import Data
    >>> from torch_geometric.loader import DataLoader
    >>> from torch_geometric.nn import global_add_pool, global_max_pool, global_mean_pool
    >>> x = torch.tensor([[1.0, 0.0], [2.0, 1.0], [3.0, 5.0], [6.0, 8.0]])
    >>> first = Data(x=x, edge_index=torch.tensor([[0, 1, 1, 2], [1, 0, 2, 1]]))
    >>> second = Data(x=torch.tensor([[10.0, 20.0], [30.0, 50.0]]), edge_index=torch.tensor([[0], [1]]))
    >>> batch = next(iter(DataLoader([first, second], batch_size=2)))
    >>> batch
    DataBatch(x=[6, 2], edge_index=[2, 5], batch=[6], ptr=[3])
    >>> batch.num_graphs, batch.batch
    (2, tensor([0, 0, 0, 0, 1, 1]))
    >>> batch.edge_index
    tensor([[0, 1, 1, 2, 4],
            [1, 0, 2, 1, 5]])
    >>> global_mean_pool(batch.x, batch.batch)
    tensor([[ 3.0000,  3.5000],
            [20.0000, 35.0000]])
    >>> global_add_pool(batch.x, batch.batch)
    tensor([[12., 14.],
            [40., 70.]])
    >>> global_max_pool(batch.x, batch.batch)
    tensor([[ 6.,  8.],
            [30., 50.]])

    ``to_data_list`` takes them apart again.

    >>> batch.to_data_list()[1].edge_index
    tensor([[0],
            [1]])
    """


def graph_utils():
    """``torch_geometric.utils`` holds functions on edge lists: degrees, both directions, self loops, dense matrices.

    All take ``edge_index``. Give ``num_nodes`` when the last nodes have no edges, because an edge list does not show
    them.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.utils import add_self_loops, contains_self_loops, remove_self_loops
    >>> from torch_geometric.utils import degree, dense_to_sparse, is_undirected, to_undirected
    >>> one_way = torch.tensor([[0, 1], [1, 2]])
    >>> both_ways = to_undirected(one_way)
    >>> both_ways
    tensor([[0, 1, 1, 2],
            [1, 0, 2, 1]])
    >>> is_undirected(one_way), is_undirected(both_ways)
    (False, True)
    >>> with_loops = add_self_loops(one_way, num_nodes=3)[0]
    >>> with_loops
    tensor([[0, 1, 0, 1, 2],
            [1, 2, 0, 1, 2]])
    >>> degree(with_loops[1], num_nodes=4)
    tensor([1., 2., 2., 0.])
    >>> contains_self_loops(one_way), contains_self_loops(with_loops)
    (False, True)
    >>> remove_self_loops(with_loops)[0]
    tensor([[0, 1],
            [1, 2]])
    >>> dense_to_sparse(torch.tensor([[0.0, 5.0], [7.0, 0.0]]))
    (tensor([[0, 1],
            [1, 0]]), tensor([5., 7.]))
    """


def edges_as_columns():
    """``edge_index`` has the shape ``(2, num_edges)`` and an integer dtype; a list of pairs must be transposed.

    Often written: one pair per edge, as in ``[[0, 1], [1, 2], [2, 3]]``. Run it: three rows are not two. With two edges
    there is no error, and the transposed pairs mean other edges.

    >>> import torch
    >>> import warnings
    >>> warnings.filterwarnings("ignore", message=".*torch.jit")
    >>> from torch_geometric.data import Data
    >>> x = torch.rand(5, 1)
    >>> pairs = torch.tensor([[0, 1], [1, 2], [2, 3]])
    >>> Data(x=x, edge_index=pairs).validate()
    Traceback (most recent call last):
        ...
    ValueError: 'edge_index' needs to be of shape [2, num_edges] in 'Data' (found torch.Size([3, 2]))
    >>> Data(x=x, edge_index=pairs.t()).validate()
    True
    >>> pairs.t()
    tensor([[0, 1, 2],
            [1, 2, 3]])

    Two pairs, 0 to 1 and 3 to 4, read as columns: 0 to 3 and 1 to 4.

    >>> two = torch.tensor([[0, 1], [3, 4]])
    >>> list(zip(*two.tolist()))
    [(0, 3), (1, 4)]

    ``validate`` lets floating-point numbers pass; the layer does not.

    >>> from torch_geometric.nn import GCNConv
    >>> layer = GCNConv(1, 3)
    >>> layer(x, two.float())
    Traceback (most recent call last):
        ...
    RuntimeError: scatter(): Expected dtype int32/int64 for index
    >>> layer(x, two).shape
    torch.Size([5, 3])
    """
