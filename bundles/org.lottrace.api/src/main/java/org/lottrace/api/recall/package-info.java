/**
 * The scope of a suspicion: the affected lots, where they are, who received them; and their isolation in one
 * action.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.recall;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
