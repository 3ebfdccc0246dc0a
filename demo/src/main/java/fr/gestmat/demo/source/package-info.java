/** A stand-in for API Particulier on this machine, which replays pairs of requests and answers. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.demo.source;
