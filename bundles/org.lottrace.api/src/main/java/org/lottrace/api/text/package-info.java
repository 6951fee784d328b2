/**
 * The one text of each value type. {@code TextForms} is the registry: everything that writes a value as one text, or reads one,
 * asks it, whether that is a command, a service for other programs, a file or a page.
 *
 * <p>Texts for people, such as {@code 12.5 KGM} in a table, and the words that only a command line knows, such as a time without
 * an offset, are not here; neither is what the ledger hashes, which its own form decides.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
