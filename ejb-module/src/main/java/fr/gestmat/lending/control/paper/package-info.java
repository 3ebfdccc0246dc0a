/** Decides what stands on the paper of a counter: cards of commands, sheets of classes. */
@NullMarked
package fr.gestmat.lending.control.paper;

import org.jspecify.annotations.NullMarked;
