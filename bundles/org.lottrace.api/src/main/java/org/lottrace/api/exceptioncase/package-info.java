/**
 * Exception cases: what was wrong with something that has happened and was recorded all the same. Each has an owner and a
 * deadline, and somebody closes it with a reason.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.exceptioncase;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
