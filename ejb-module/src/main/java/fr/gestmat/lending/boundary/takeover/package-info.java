/** Taking over the devices and running loans that a school or the region knows from elsewhere. */
@NullMarked
package fr.gestmat.lending.boundary.takeover;

import org.jspecify.annotations.NullMarked;
