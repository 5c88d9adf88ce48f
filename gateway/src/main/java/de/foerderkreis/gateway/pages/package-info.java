/** The pages the gateway owns: help, accessibility, privacy, legal notice. */
@NullMarked
package de.foerderkreis.gateway.pages;

import org.jspecify.annotations.NullMarked;
