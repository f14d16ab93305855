export { frontDoorRoutes, showFrontDoor } from './front-door.routes.tsx'
