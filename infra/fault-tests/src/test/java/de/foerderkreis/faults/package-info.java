/** Kills parts of the running system at bad moments and counts what is left. */
package de.foerderkreis.faults;
