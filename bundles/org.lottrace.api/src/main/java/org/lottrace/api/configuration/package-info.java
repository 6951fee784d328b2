/** What can be set in an installation, what it does, and what it is set to. */
@Export
@Version("1.0.0")
package org.lottrace.api.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
