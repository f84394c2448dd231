/** @jest-environment jsdom */
import React from "react";
import ReactDOM from "react-dom";
import { act } from "react-dom/test-utils";
import { FlowSessionTimeline } from "../../FlowSessionTimeline/index";
import { describeLifecycle } from "./lifecycle";

describeLifecycle("16.14.0", FlowSessionTimeline, { React, ReactDOM }, act);
