/** What calls to other services over HTTP have in common: what their failures mean, and how they are cut off. */
package dev.docket.endpoint.exchange;
