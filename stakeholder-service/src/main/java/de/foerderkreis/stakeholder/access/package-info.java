/**
 * Who may do what here, in words the annotations use, and what the page frame is told of the
 * visitor.
 */
@NullMarked
package de.foerderkreis.stakeholder.access;

import org.jspecify.annotations.NullMarked;
