"""What a page may show: one frozen Struct a template, so that a template can name nothing that is not there."""
