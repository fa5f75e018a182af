/** Text from pictures: engines that read them, each in a process of its own. */
package dev.docket.endpoint.ocr;
