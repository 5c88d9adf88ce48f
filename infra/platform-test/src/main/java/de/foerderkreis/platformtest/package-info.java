/** What tests need: real servers, tokens, and the rules of the house. */
@NullMarked
package de.foerderkreis.platformtest;

import org.jspecify.annotations.NullMarked;
