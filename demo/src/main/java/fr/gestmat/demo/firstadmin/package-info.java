/** How an empty installation gets its first administrator. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.demo.firstadmin;
