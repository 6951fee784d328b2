/** Words that are stored, hashed and exported, each owned by the type that it belongs to. */
@Export
@Version("1.0.0")
package org.lottrace.api.code;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
