"""Scripts that go out with a result: plain files that run anywhere. Nothing here imports them."""
