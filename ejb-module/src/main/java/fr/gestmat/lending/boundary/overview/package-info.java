/** How lending stands at a glance: what a person sees first after signing on. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.overview;
