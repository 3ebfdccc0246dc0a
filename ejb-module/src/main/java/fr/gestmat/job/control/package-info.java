/** Leases, the queue of tasks, and what takes from it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.job.control;
