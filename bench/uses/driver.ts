import { type DriveStep, driver } from 'driver.js';
import 'driver.js/dist/driver.css';

Object.assign(globalThis, { tour: (steps: DriveStep[]) => driver({ steps }).drive() });
