/** Rows of tasks and of the runs of jobs. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.job.entity;
