/** Uploaded files by the hash of their content. */
@NullMarked
package de.foerderkreis.platform.documents;

import org.jspecify.annotations.NullMarked;
