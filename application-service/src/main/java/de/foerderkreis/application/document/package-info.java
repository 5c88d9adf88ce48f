/**
 * How a document is frozen and printed: canonical JSON with its hash, accessible PDF, DOCX, plain
 * text with lists. Knows no subject of its own.
 */
@NullMarked
package de.foerderkreis.application.document;

import org.jspecify.annotations.NullMarked;
