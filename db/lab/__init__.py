"""SQL of the testing lab: schema ``lab`` and nothing else. The placing half never imports it."""
