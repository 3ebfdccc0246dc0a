/** The pieces that go with devices, and the condition in which devices come and go. */
@NullMarked
package fr.gestmat.lending.boundary.kit;

import org.jspecify.annotations.NullMarked;
