package fr.gestmat.reports.label;

/** A line of text on a label: points from the label's left and top edges to its baseline. */
record TextLine(String text, boolean bold, double size, double x, double baseline) {}
