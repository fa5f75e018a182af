package dev.docket.functional.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.endpoint.Endpoint;
import java.util.List;

/** Requests as the three generations of the published clients build them, with every field they know set. */
final class SdkRequests {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String DOCUMENT =
            "{'filename': 'Invoice 7.PDF', 'url': 'data:application/pdf;base64,JVBERi0xLjQK'}";

    /** One request of one client generation. */
    record Sample(String generation, Endpoint endpoint, ObjectNode request) {
        @Override
        public String toString() {
            return generation + " " + endpoint.path();
        }
    }

    private SdkRequests() {}

    static List<Sample> all() {
        return List.of(
                sample("January", Endpoint.DOCUMENTS_EXTRACT, """
                        {'document': %s, 'image_resolution_dpi': 192, 'model': 'gpt-5-mini', 'temperature': 0.0,
                         'json_schema': {'type': 'object', 'properties': {'total': {'type': 'number'}}},
                         'reasoning_effort': 'minimal', 'n_consensus': 1, 'stream': false, 'seed': null, 'store': true,
                         'chunking_keys': null, 'web_search': false, 'metadata': {}, 'extraction_id': null,
                         'additional_messages': null}"""),
                sample("February", Endpoint.DOCUMENTS_EXTRACT, """
                        {'document': %s, 'image_resolution_dpi': 300, 'model': 'retab-small', 'temperature': 0.5,
                         'json_schema': {}, 'n_consensus': 5, 'stream': true, 'chunking_keys': {'products': 'id'},
                         'web_search': true, 'metadata': {'k': 'v'}, 'extraction_id': 'extr_1',
                         'additional_messages': [{'role': 'user', 'content': 'Mind the VAT.'},
                          {'role': 'developer', 'content': [{'type': 'text', 'text': 'x'}]},
                          {'role': 'assistant', 'content': null, 'tool_calls': []}]}"""),
                sample("March", Endpoint.DOCUMENTS_EXTRACT, """
                        {'document': %s, 'json_schema': {'type': 'object'}, 'model': 'retab-large',
                         'image_resolution_dpi': 96, 'n_consensus': 9, 'stream': false, 'chunking_keys': null,
                         'metadata': {}, 'extraction_id': null, 'additional_messages': []}"""),
                sample("all", Endpoint.DOCUMENTS_PARSE, """
                        {'document': %s, 'model': 'retab-small', 'table_parsing_format': 'markdown',
                         'image_resolution_dpi': 192}"""),
                sample("January", Endpoint.DOCUMENTS_SPLIT, """
                        {'document': %s, 'model': 'retab-small',
                         'categories': [{'name': 'a', 'description': 'A', 'partition_key': null}]}"""),
                sample("February", Endpoint.DOCUMENTS_SPLIT, """
                        {'document': %s, 'model': 'retab-small', 'context': null, 'n_consensus': 8,
                         'subdocuments': [{'name': 'a', 'description': 'A', 'partition_key': 'number'}]}"""),
                sample("March", Endpoint.DOCUMENTS_SPLIT, """
                        {'document': %s, 'subdocuments': [{'name': 'a'}, {'name': 'b', 'description': ''}]}"""),
                sample("January", Endpoint.DOCUMENTS_CLASSIFY, """
                        {'document': %s, 'categories': [{'name': 'a', 'description': 'A'}], 'model': 'retab-small',
                         'first_n_pages': null}"""),
                sample("March", Endpoint.DOCUMENTS_CLASSIFY, """
                        {'document': %s, 'categories': [{'name': 'a'}], 'first_n_pages': 3, 'context': 'loop 2'}"""),
                sample("January", Endpoint.SCHEMAS_GENERATE, """
                        {'documents': [%1$s, %1$s], 'model': 'gpt-5-mini', 'temperature': 0.0, 'stream': false,
                         'reasoning_effort': 'minimal', 'instructions': null, 'image_resolution_dpi': 192}"""),
                sample("March", Endpoint.SCHEMAS_GENERATE, """
                        {'documents': [%s], 'model': 'retab-small', 'reasoning_effort': 'minimal',
                         'instructions': 'totals only', 'image_resolution_dpi': 100, 'stream': true}"""),
                sample("document", Endpoint.EDIT_AGENT_FILL, """
                        {'instructions': 'name: Ada', 'document': %s, 'template_id': null, 'model': 'retab-small',
                         'config': {'color': '#000080'}}"""),
                sample("template", Endpoint.EDIT_AGENT_FILL, """
                        {'instructions': 'name: Ada', 'document': null, 'template_id': 'edittplt_1'}"""),
                sample("all", Endpoint.EDIT_TEMPLATES_FILL, """
                        {'template_id': 'edittplt_1', 'instructions': 'name: Ada', 'model': 'retab-small',
                         'config': {}}"""),
                sample("all", Endpoint.EDIT_TEMPLATES_GENERATE, """
                        {'document': %s, 'model': 'retab-small', 'instructions': 'dropped by the type'}"""),
                sample("document", Endpoint.PROJECTS_EXTRACT, """
                        {'project_id': 'proj_1', 'iteration_id': 'it_1', 'document': %s, 'model': 'retab-small',
                         'temperature': 2, 'image_resolution_dpi': 192, 'n_consensus': 3, 'metadata': {'k': 'v'},
                         'extraction_id': 'extr_1', 'seed': 7, 'store': false}"""),
                sample("documents", Endpoint.PROJECTS_EXTRACT, """
                        {'project_id': 'proj_1', 'iteration_id': null, 'documents': [%1$s, %1$s]}"""));
    }

    private static Sample sample(String generation, Endpoint endpoint, String template) {
        return new Sample(generation, endpoint, object(template.formatted(DOCUMENT)));
    }

    /** One good request of the endpoint, fresh to change. */
    static ObjectNode good(Endpoint endpoint) {
        return all().stream()
                .filter(sample -> sample.endpoint() == endpoint)
                .findFirst()
                .orElseThrow()
                .request();
    }

    /** Reads JSON that is written with single quotes. */
    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
