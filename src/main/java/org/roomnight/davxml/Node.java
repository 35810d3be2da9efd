package org.roomnight.davxml;

/** What stands inside an element; comments and processing instructions are dropped. */
public sealed interface Node permits Element, Text {}
