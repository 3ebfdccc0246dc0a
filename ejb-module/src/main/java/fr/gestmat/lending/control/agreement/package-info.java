/**
 * Decides what a loan agreement says, who may sign it and when it binds; prints it, and files the
 * signed paper that comes back.
 */
@NullMarked
package fr.gestmat.lending.control.agreement;

import org.jspecify.annotations.NullMarked;
