/** The thread and its pictures, through the gateway of a running system and nothing else. */
package de.foerderkreis.acceptance;
