/** Labels for goods: what they say is GS1's, how they look is a template that the company edits. */
@Export
@Version("1.0.0")
package org.lottrace.api.label;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
