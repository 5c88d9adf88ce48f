/** Owns the case: programmes, requirements, council history, applications and their snapshots. */
@NullMarked
package de.foerderkreis.application;

import org.jspecify.annotations.NullMarked;
