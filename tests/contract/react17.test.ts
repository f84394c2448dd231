/** @jest-environment jsdom */
import React from "react";
import ReactDOM from "react-dom";
import { act } from "react-dom/test-utils";
import { FlowSessionTimeline } from "../../FlowSessionTimeline/index";
import { describeLifecycle } from "./lifecycle";

// The host of 2026 gives the control React 17.0.2 under the name of 16: everything that imports React gets it.
jest.mock("react", () => jest.requireActual<object>("react17"));
jest.mock("react-dom", () => jest.requireActual<object>("react-dom17"));
jest.mock("react-dom/test-utils", () => jest.requireActual<object>("react-dom17/test-utils"));

describeLifecycle("17.0.2", FlowSessionTimeline, { React, ReactDOM }, act);
