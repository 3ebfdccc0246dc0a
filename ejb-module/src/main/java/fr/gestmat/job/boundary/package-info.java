/** What upper components call to run work on time or in the background. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.job.boundary;
