/**
 * Decides what the people who run Gestmat see of it: whether it lives and is ready, its figures,
 * and a line for each request that names no person.
 */
@NullMarked
package fr.gestmat.web.operations;

import org.jspecify.annotations.NullMarked;
