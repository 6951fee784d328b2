/**
 * How a use case ends: one type for all of them, so that whoever calls one knows how to call the next. A refusal is a value
 * with all its reasons, never an exception.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.outcome;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
