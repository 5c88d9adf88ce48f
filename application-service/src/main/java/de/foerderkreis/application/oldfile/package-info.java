/**
 * Takes over the file of a case that was kept elsewhere until now, as a table (domain 2.17):
 * motions, papers, meetings and resolutions from before the case was entered here.
 */
@NullMarked
package de.foerderkreis.application.oldfile;

import org.jspecify.annotations.NullMarked;
