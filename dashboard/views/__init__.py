"""One module per page, each with `render(view)`. Pages draw; what they draw comes from `analysis.summaries`."""
