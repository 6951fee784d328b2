/**
 * Versions of rules that are only ever added and all fit into memory: how one is found, and how they are listed page by page.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.version;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
